// The shapes that browsers see live in '@/lib/model/protocol', which components and lib/client may import.
// This file only keeps the old place working; import from there.
export {
  ChangesAnswer,
  ChangesRequest,
  ImportRequest,
  ModelAnswer,
  ModelCard,
  Problem,
  SinceAnswer,
} from '@/lib/model/protocol'
