/** Set by web/http/clientAddress.ts on every request, whatever the client sent under that name. */
export const CLIENT_ADDRESS_HEADER = 'x-colloquy-client-address';
