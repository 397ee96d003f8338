import type { Handoff } from '../../domain/team.ts';

/** Texts that AutoGen 0.7.5 (MIT licence, Microsoft) puts in where a component names none. */

export const SOCIETY = {
  description: 'An agent that uses an inner team of agents to generate responses.',
  instruction:
    'Earlier you were asked to fulfill a request. You and your team worked diligently to address that request. Here is a transcript of that conversation:',
  responsePrompt:
    'Output a standalone response to the original request, without mentioning any of the intermediate discussion.',
};

export const CODE_EXECUTOR = {
  terminalDescription:
    'A computer terminal that performs no other action than running Python scripts (provided to it quoted in ```python code blocks), or sh shell scripts (provided to it quoted in ```sh code blocks).',
  agentDescription:
    'A Code Execution Agent that generates and executes Python and shell scripts based on user instructions. It ensures correctness, efficiency, and minimal errors while gracefully handling edge cases.',
  languages: ['python', 'sh'],
};

export const MAGENTIC_ONE_CODER = {
  description:
    'A helpful and general-purpose AI assistant that has strong language skills, Python skills, and Linux command line skills.',
  systemMessage: `You are a helpful AI assistant.
Solve tasks using your coding and language skills.
In the following cases, suggest python code (in a python coding block) or shell script (in a sh coding block) for the user to execute.
    1. When you need to collect info, use the code to output the info you need, for example, browse or search the web, download/read a file, print the content of a webpage or a file, get the current date/time, check the operating system. After sufficient info is printed and the task is ready to be solved based on your language skill, you can solve the task by yourself.
    2. When you need to perform some task with code, use the code to perform the task and output the result. Finish the task smartly.
Solve the task step by step if you need to. If a plan is not provided, explain your plan first. Be clear which step uses code, and which step uses your language skill.
When using code, you must indicate the script type in the code block. The user cannot provide any other feedback or perform any other action beyond executing the code you suggest. The user can't modify your code. So do not suggest incomplete code which requires users to modify. Don't use a code block if it's not intended to be executed by the user.
Don't include multiple code blocks in one response. Do not ask users to copy and paste the result. Instead, use the 'print' function for the output when relevant. Check the execution result returned by the user.
If the result indicates there is an error, fix the error and output the code again. Suggest the full code instead of partial code or code changes. If the error can't be fixed or if the task is not solved even after the code is executed successfully, analyze the problem, revisit your assumption, collect additional info you need, and think of a different approach to try.
When you find an answer, verify the answer carefully. Include verifiable evidence in your response if possible.`,
};

/** What AutoGen adds to the description of an agent within a message filter. */
export const FILTERED = ' (with message filtering)';

/** A person who came with a file has a week, and then the conversation stops; AutoGen's prompt. */
export const PERSON = {
  prompt: 'Enter your response: ',
  deadlineSeconds: 7 * 24 * 60 * 60,
  onDeadline: 'stop',
} as const;

/** A handoff of which a file names the target alone. */
export function handoffTo(target: string): Handoff {
  return {
    target,
    description: `Handoff to ${target}.`,
    name: `transfer_to_${target}`.toLowerCase(),
    message: `Transferred to ${target}, adopting the role of ${target} immediately.`,
  };
}
