import type { Translated } from '../catalogue.ts';
import type { calendars as english } from '../en/calendars.ts';

export const calendars = {
  title: '工作日历',
  description: '团队指定日历后，其任务的截止时间、提醒和升级按工作时间计算：夜间、周末和节假日不计时。',
  new: '新建日历',
  empty: {
    title: '还没有日历',
    description: '在团队指定日历之前，所有时间都计算在内。',
  },
  list: {
    label: '日历',
    hours: '每周 {{hours, number}} 小时，{{zone}}',
    holidays_other: '{{count, number}} 个节假日',
  },
  form: {
    newTitle: '新建工作日历',
    name: '名称',
    nameHint: '团队通过名称引用日历，因此以后不能更改。',
    zone: '时区',
    zoneHint: '例如 Europe/Berlin 或 Asia/Shanghai。',
    week: '工作时间',
    weekHint: '例如 9:00–12:30, 13:30–18:00。留空表示不工作。',
    holidays: '节假日',
    holidaysHint: '每行一个日期，可附名称。日期后的时间为当天的工作时间：2026-12-24 9:00–12:00 平安夜。',
    create: '创建日历',
    save: '保存',
  },
  day: {
    monday: '星期一',
    tuesday: '星期二',
    wednesday: '星期三',
    thursday: '星期四',
    friday: '星期五',
    saturday: '星期六',
    sunday: '星期日',
  },
  saved: '日历已保存。已打开的任务保持原定时间。',
  ahead: {
    title: '计算结果',
    fourWeeks: '未来四周共有 {{hours, number}} 个工作小时。',
    due: '从现在起八个工作小时后为 {{zone}} 的 {{time}}。',
  },
  delete: {
    open: '删除日历',
    title: '删除此日历？',
    description: '已打开的任务保持原定时间。引用此日历的团队，其之后的任务将计算所有时间，并会注明。',
    keep: '保留',
    submit: '删除',
  },
  faults: {
    notFound: '项目中没有此日历，可能已被删除。',
    nameMissing: '请填写名称，例如“柏林办公室”。',
    nameTaken: '已有同名日历，请换一个名称。',
    zone: '请填写时区名称，例如 Europe/Berlin。',
    hours: '请按 9:00–12:30, 13:30–18:00 的格式填写，且不超出当天。午夜之后的时间属于次日。',
    noHours: '没有任何工作时间，任务将永远不会到期。请至少为一天填写工作时间。',
    holiday: '第 {{line, number}} 行无法识别。请以日期开头，例如 2026-12-25。',
    holidayTwice: '{{date}} 出现了两次，请只保留一个。',
    holidays: '日期超过 {{max, number}} 个，请删除一些。',
    holidayName: '{{date}} 的名称超过 {{max, number}} 个字符，请缩短。',
  },
} as const satisfies Translated<typeof english>;
