import { id } from './fields.ts';
import { answeredSchema, answerTaskBody, listTasksQuery, taskListSchema, taskSchema } from './tasks.ts';

/** The endpoints of human tasks, by their operation id. */
export const taskEndpoints = {
  listTasks: {
    method: 'get',
    path: '/tasks',
    tag: 'Tasks',
    summary: 'Lists open tasks, most urgent first, or the most recently closed ones (at most 100)',
    params: {},
    query: listTasksQuery,
    response: taskListSchema,
    refusals: [],
  },
  readTask: {
    method: 'get',
    path: '/tasks/{taskId}',
    tag: 'Tasks',
    summary: 'Reads a task',
    params: { taskId: id },
    response: taskSchema,
    refusals: [404],
  },
  answerTask: {
    method: 'post',
    path: '/tasks/{taskId}/answer',
    tag: 'Tasks',
    summary: 'Answers a task that a conversation waits for',
    params: { taskId: id },
    body: answerTaskBody,
    description:
      'Where several have to agree (`asked.quorum`), an answer is a vote: the first rejection decides, or as many approvals as are needed. A person has one vote, and can change it while the task is open.',
    response: answeredSchema,
    refusals: [403, 404, 409, 422, 503],
  },
} as const;
