import { type PreviewedTime, previewTimes } from '../../../../workflows/domain/schedules/preview.ts';
import { specFieldsOf } from './scheduleForm.ts';
import { type SpecFaults, specOfFields } from './specForm.ts';

/** The next times of a form, or what is wrong with it. */
export type FormPreview =
  { kind: 'times'; timeZone: string; times: PreviewedTime[] } | { kind: 'faults'; faults: SpecFaults };

/** How many times are shown. */
export const PREVIEWED = 10;

/** The next times that a form says. */
export function previewOfForm(form: FormData, now: Date): FormPreview {
  const read = specOfFields(specFieldsOf(form));
  if (!read.ok) return { kind: 'faults', faults: read.faults };
  return { kind: 'times', timeZone: read.spec.timeZone, times: previewTimes(read.spec, now, PREVIEWED) };
}
