/** Set by web/http/clientAddress.ts on every request; replaces any header of this name from the client. */
export const CLIENT_ADDRESS_HEADER = 'x-colloquy-client-address';
