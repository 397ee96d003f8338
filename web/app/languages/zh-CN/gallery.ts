import type { Translated } from '../catalogue.ts';
import type { gallery as english } from '../en/gallery.ts';

export const gallery = {
  calculator: {
    name: '带工具的助手',
    summary: '单个智能体，在沙盒中调用 Python 工具，直到得到所需的结果，再用文字表述。适合从自己的工具开始。',
    task: '贷款 12,000 元，年利率 3.9%，分 36 个月等额还款，共需支付多少利息？',
  },
  'writers-room': {
    name: '写作室',
    summary: '作者和评论者轮流发言，直到评论者认可。这是最简单的模式，往往已能满足一篇文字的需要。',
    task: '为新的营业时间写一则公告：从五月起，我们周六也营业。',
  },
  'research-desk': {
    name: '研究组',
    summary:
      '由模型选择下一个发言者：规划者拆分问题，研究员和分析师分头处理，报告员写出结果。适合顺序取决于所得发现的工作。',
    task: '一家每月有 20,000 次访问的商店是否应提供凭账单付款？请权衡成本与销售额。',
  },
  'customer-service': {
    name: '客户服务',
    summary: '智能体把请求移交给能处理的人，需要答复时移交给客户。适合每个发言者最清楚下一个是谁的情形。',
    task: '我的订单 A-1043 收到时台灯已损坏，我想退款。',
  },
  'release-review': {
    name: '发布审阅',
    summary: '从两个角度同时审阅草稿，编辑汇总意见后退回或放行。适合步骤固定的流程图。',
    task: '起草 2.4 版的发布说明：搜索更快、深色模式，以及修复了丢失草稿的错误。',
  },
  'task-force': {
    name: '专项小组',
    summary:
      'Magentic-One：协调者收集事实、制定计划、记录进展，停滞时重新计划。适合事先不知道该怎么做的开放任务。',
    task: '2027 年前三个月在巴伐利亚有多少个工作日（不含周六）？请给出计算过程。',
  },
  'advisory-board': {
    name: '顾问委员会',
    summary: '心智社会：内部团队展开辩论，得出一个回答。你作出回复，委员会再将其纳入讨论。',
    task: '我们想停止电话支持，只提供在线聊天。你有什么建议？',
  },
  'translation-bureau': {
    name: '翻译社',
    summary: '团队中的团队：译者先在内部讨论，然后由母语者仅凭语感评判。适合其中一部分工作有自己节奏的情形。',
    task: '译成德语：“我们不能许诺月亮，但我们周四送货。”',
  },
} as const satisfies Translated<typeof english>;
