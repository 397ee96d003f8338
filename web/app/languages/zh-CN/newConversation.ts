import type { Translated } from '../catalogue.ts';
import type { newConversation as english } from '../en/newConversation.ts';

export const newConversation = {
  title: '新建对话',
  conversations: '对话',
  description: '由一组智能体完成你的任务。你可以观看、回答和引导；即使服务重启，对话也会继续。',
  noTeams: {
    title: '没有可选的团队',
    description: '对话由团队进行，而此项目还没有团队。',
    action: '前往团队',
  },
  usedBefore: {
    title: '此表单已启动过一个对话',
    description: '该对话处理的是首次发送的内容。再次启动，将以当前填写的内容新建另一个对话。',
    action: '查看该对话',
  },
  team: '团队',
  searchTeams: '搜索团队',
  noMatch: '没有匹配的团队。',
  noDescription: '没有说明。',
  task: '任务',
  taskHint: '要做什么，以及怎样算是好的结果。支持 Markdown。',
  image: '图片',
  imageHint: '如果任务涉及图片：PNG、JPEG、GIF 或 WebP，最大 5 MB。无法识别图片的模型会被告知有一张图片。',
  submit: '开始',
  faults: {
    teamMissing: '请选择团队。',
    taskEmpty: '请填写团队要做什么。',
    imageMissing: '请选择图片文件。',
    imageTooLarge: '图片超过 5 MB，请缩小。',
    imageKind: '这不是 PNG、JPEG、GIF 或 WebP 图片，请选择其他文件。',
    notStanding: '此对话已不再常驻，请选择其他对话，或不选择。',
    unknownTeam: '项目中已没有此团队，请选择其他团队。',
  },
} as const satisfies Translated<typeof english>;
