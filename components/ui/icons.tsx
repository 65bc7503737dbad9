import type { ComponentProps, ReactElement } from 'react'

// Every icon of the app, by name. Their shapes are lucide's and lie in one file of their own, so that no page brings them
// as script; `npm run icons` makes it from the names below. Without that file the page has no icons and lacks no words.

/** Where the shapes lie; each is a symbol. */
const SHAPES = '/icons/shapes.svg'

export type IconProps = Omit<ComponentProps<'svg'>, 'name'>
export type IconType = (props: IconProps) => ReactElement

/** The shape of this name, in lines of the colour of the text around it. Decoration, unless it has a name of its own. */
export function Shape({ name, ...props }: IconProps & { name: string }) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: decoration, or named by its label.
    <svg
      width={24}
      height={24}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      {...(props['aria-label'] === undefined ? { 'aria-hidden': true } : { role: 'img' })}
      {...props}
    >
      <use href={`${SHAPES}#${name}`} />
    </svg>
  )
}

function icon(name: string): IconType {
  return (props) => <Shape name={name} {...props} />
}

export const Archive = /*#__PURE__*/ icon('archive')
export const ArchiveRestore = /*#__PURE__*/ icon('archive-restore')
export const ArrowLeft = /*#__PURE__*/ icon('arrow-left')
export const ArrowLeftRight = /*#__PURE__*/ icon('arrow-left-right')
export const ArrowRight = /*#__PURE__*/ icon('arrow-right')
export const ArrowRightLeft = /*#__PURE__*/ icon('arrow-right-left')
export const Ban = /*#__PURE__*/ icon('ban')
export const BookOpen = /*#__PURE__*/ icon('book-open')
export const Bookmark = /*#__PURE__*/ icon('bookmark')
export const Boxes = /*#__PURE__*/ icon('boxes')
export const Braces = /*#__PURE__*/ icon('braces')
export const Check = /*#__PURE__*/ icon('check')
export const CheckCheck = /*#__PURE__*/ icon('check-check')
export const ChevronDown = /*#__PURE__*/ icon('chevron-down')
export const ChevronLeft = /*#__PURE__*/ icon('chevron-left')
export const ChevronRight = /*#__PURE__*/ icon('chevron-right')
export const ChevronUp = /*#__PURE__*/ icon('chevron-up')
export const ChevronsUp = /*#__PURE__*/ icon('chevrons-up')
export const ChevronsUpDown = /*#__PURE__*/ icon('chevrons-up-down')
export const CircleAlert = /*#__PURE__*/ icon('circle-alert')
export const CircleCheck = /*#__PURE__*/ icon('circle-check')
export const CircleDashed = /*#__PURE__*/ icon('circle-dashed')
export const CircleDot = /*#__PURE__*/ icon('circle-dot')
export const CircleHelp = /*#__PURE__*/ icon('circle-help')
export const CircleSlash = /*#__PURE__*/ icon('circle-slash')
export const CircleSlash2 = /*#__PURE__*/ icon('circle-slash-2')
export const ClipboardPaste = /*#__PURE__*/ icon('clipboard-paste')
export const CloudOff = /*#__PURE__*/ icon('cloud-off')
export const Compass = /*#__PURE__*/ icon('compass')
export const Copy = /*#__PURE__*/ icon('copy')
export const CopyPlus = /*#__PURE__*/ icon('copy-plus')
export const CornerDownLeft = /*#__PURE__*/ icon('corner-down-left')
export const CornerDownRight = /*#__PURE__*/ icon('corner-down-right')
export const Crown = /*#__PURE__*/ icon('crown')
export const Database = /*#__PURE__*/ icon('database')
export const DoorOpen = /*#__PURE__*/ icon('door-open')
export const Download = /*#__PURE__*/ icon('download')
export const Ellipsis = /*#__PURE__*/ icon('ellipsis')
export const Equal = /*#__PURE__*/ icon('equal')
export const Eye = /*#__PURE__*/ icon('eye')
export const EyeOff = /*#__PURE__*/ icon('eye-off')
export const FileInput = /*#__PURE__*/ icon('file-input')
export const FileSpreadsheet = /*#__PURE__*/ icon('file-spreadsheet')
export const FileText = /*#__PURE__*/ icon('file-text')
export const FolderOpen = /*#__PURE__*/ icon('folder-open')
export const GraduationCap = /*#__PURE__*/ icon('graduation-cap')
export const Grid3x3 = /*#__PURE__*/ icon('grid-3x-3')
export const Hand = /*#__PURE__*/ icon('hand')
export const Handshake = /*#__PURE__*/ icon('handshake')
export const Image = /*#__PURE__*/ icon('image')
export const Info = /*#__PURE__*/ icon('info')
export const Keyboard = /*#__PURE__*/ icon('keyboard')
export const LayoutDashboard = /*#__PURE__*/ icon('layout-dashboard')
export const Link2 = /*#__PURE__*/ icon('link-2')
export const ListFilter = /*#__PURE__*/ icon('list-filter')
export const ListPlus = /*#__PURE__*/ icon('list-plus')
export const ListTree = /*#__PURE__*/ icon('list-tree')
export const LoaderCircle = /*#__PURE__*/ icon('loader-circle')
export const LogOut = /*#__PURE__*/ icon('log-out')
export const MapIcon = /*#__PURE__*/ icon('map')
export const Maximize = /*#__PURE__*/ icon('maximize')
export const Minus = /*#__PURE__*/ icon('minus')
export const Monitor = /*#__PURE__*/ icon('monitor')
export const Moon = /*#__PURE__*/ icon('moon')
export const Package = /*#__PURE__*/ icon('package')
export const PanelLeft = /*#__PURE__*/ icon('panel-left')
export const PanelRight = /*#__PURE__*/ icon('panel-right')
export const Paperclip = /*#__PURE__*/ icon('paperclip')
export const Pencil = /*#__PURE__*/ icon('pencil')
export const PencilLine = /*#__PURE__*/ icon('pencil-line')
export const Play = /*#__PURE__*/ icon('play')
export const Plus = /*#__PURE__*/ icon('plus')
export const Redo2 = /*#__PURE__*/ icon('redo-2')
export const RotateCcw = /*#__PURE__*/ icon('rotate-ccw')
export const ScanSearch = /*#__PURE__*/ icon('scan-search')
export const Scissors = /*#__PURE__*/ icon('scissors')
export const Search = /*#__PURE__*/ icon('search')
export const SearchX = /*#__PURE__*/ icon('search-x')
export const Send = /*#__PURE__*/ icon('send')
export const Settings2 = /*#__PURE__*/ icon('settings-2')
export const ShieldCheck = /*#__PURE__*/ icon('shield-check')
export const ShieldQuestion = /*#__PURE__*/ icon('shield-question')
export const SkipForward = /*#__PURE__*/ icon('skip-forward')
export const SlidersHorizontal = /*#__PURE__*/ icon('sliders-horizontal')
export const Spline = /*#__PURE__*/ icon('spline')
export const SquareDashed = /*#__PURE__*/ icon('square-dashed')
export const SquarePen = /*#__PURE__*/ icon('square-pen')
export const Sun = /*#__PURE__*/ icon('sun')
export const Trash2 = /*#__PURE__*/ icon('trash-2')
export const TriangleAlert = /*#__PURE__*/ icon('triangle-alert')
export const Undo2 = /*#__PURE__*/ icon('undo-2')
export const Upload = /*#__PURE__*/ icon('upload')
export const User = /*#__PURE__*/ icon('user')
export const UserMinus = /*#__PURE__*/ icon('user-minus')
export const UserPlus = /*#__PURE__*/ icon('user-plus')
export const UserRound = /*#__PURE__*/ icon('user-round')
export const Users = /*#__PURE__*/ icon('users')
export const Waypoints = /*#__PURE__*/ icon('waypoints')
export const X = /*#__PURE__*/ icon('x')
