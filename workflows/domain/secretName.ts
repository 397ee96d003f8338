/** NAME of a variable COLLOQUY_SECRET_NAME, in which an operator keeps a secret. */
export const SECRET_NAME = /^[A-Za-z_]\w{0,99}$/;
