// The widget's own rules, for the playground alone: it says what the popup will do before there is one, and must not say it by
// rules of its own. Nothing else of the demo reaches past the public doors.
export { manifest as dataLayerManifest } from '../../../widget/adapters/dataLayer/manifest.ts';
export { manifest as hubspotManifest } from '../../../widget/adapters/hubspot/manifest.ts';
export { manifest as klaviyoManifest } from '../../../widget/adapters/klaviyo/manifest.ts';
export { manifest as segmentManifest } from '../../../widget/adapters/segment/manifest.ts';
export { manifest as webhookManifest } from '../../../widget/adapters/webhook/manifest.ts';
export { adapterTable } from '../../../widget/config/adapterTable.ts';
export { checkOptions } from '../../../widget/config/check.ts';
export { fromDataset } from '../../../widget/config/dataset.ts';
export { normalize } from '../../../widget/config/normalize.ts';
export type { FieldOption } from '../../../widget/config/options.ts';
export { optionTable } from '../../../widget/config/table.ts';
export { askTable, decide, type Facts } from '../../../widget/core/ask/decide.ts';
export type { Ask, Reason } from '../../../widget/core/ask/reasons.ts';
export { visitors } from '../../../widget/core/ask/visitors.ts';
export { filesFor } from '../../../widget/core/files/filesFor.ts';
export type { Evidence } from '../../../widget/core/identity/evidence.ts';
export { resolve } from '../../../widget/core/identity/resolve.ts';
export { readLooks, withLooks } from '../../../widget/core/looks/looks.ts';
export type { Note } from '../../../widget/core/notice/note.ts';
export { optionNotes } from '../../../widget/core/notice/optionNotes.ts';
export { themeNotice } from '../../../widget/explain/themeNotice.ts';
