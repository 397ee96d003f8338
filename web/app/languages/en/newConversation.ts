/** The page on which a conversation is started. */
export const newConversation = {
  title: 'New conversation',
  conversations: 'Conversations',
  description:
    'A team of agents works on your task. You watch, answer and steer; it carries on through every restart.',
  noTeams: {
    title: 'There are no teams to choose from',
    description: 'Conversations are held by teams, and this project has none yet.',
    action: 'Go to teams',
  },
  usedBefore: {
    title: 'This form has already started a conversation',
    description:
      'That conversation works on what you sent first. Start again to begin another one with what is written here now.',
    action: 'Go to that conversation',
  },
  team: 'Team',
  searchTeams: 'Search teams',
  noMatch: 'No team matches.',
  noDescription: 'No description.',
  task: 'Task',
  taskHint: 'What should be done, and what a good result looks like. Markdown works.',
  image: 'Image',
  imageHint:
    'If the task is about one: PNG, JPEG, GIF or WebP, up to 5 MB. A model that can’t read images is told that there is one.',
  submit: 'Start',
  faults: {
    teamMissing: 'Choose a team.',
    taskEmpty: 'Write what the team should do.',
    imageMissing: 'Choose an image file.',
    imageTooLarge: 'The image is larger than 5 MB. Make it smaller.',
    imageKind: 'This isn’t a PNG, JPEG, GIF or WebP image. Choose another file.',
    notStanding: 'This conversation is no longer standing. Choose another one, or none.',
    unknownTeam: 'This team no longer exists in the project. Choose another one.',
  },
} as const;
