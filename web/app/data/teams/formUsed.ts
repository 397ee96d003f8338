/** Said where a form that has made its team is sent again with another one. */
export const formUsed =
  'This form has made a team already, from what you sent first. Change that team, or reload this page to make another.';
