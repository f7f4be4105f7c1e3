/** How a call was refused: its code, and the reason with the field at fault. */
export interface RefusalSeen {
  code: string;
  reason?: string;
  field?: string;
  allowed?: string;
}

/** The refusal that a call ends with; a call that succeeds is the test's failure. */
export async function refusalOf(call: Promise<unknown>): Promise<RefusalSeen> {
  try {
    await call;
  } catch (error) {
    const { code, details } = error as { code: string; details?: Omit<RefusalSeen, 'code'> };
    return { ...details, code: code.replace('functions/', '') };
  }
  throw new Error('The call was not refused');
}
