import type { DataAsset } from '@/lib/model/elements'

/** What each classification means, least to most. */
export const classificationWords: Record<DataAsset['classification'], { label: string; help: string }> = {
  public: { label: 'Public', help: 'Anybody may see it.' },
  internal: { label: 'Internal', help: 'For the people of the organisation.' },
  confidential: {
    label: 'Confidential',
    help: 'For those who need it; its loss harms people or the business.',
  },
  restricted: { label: 'Restricted', help: 'For a few; its loss is grave: keys, health, payment data.' },
}
