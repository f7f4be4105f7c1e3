import { z } from 'zod';
import { ROLES, SEES } from './permissions.js';

// Apart from the table, so that a screen that asks `can` does not load zod.
export const roleSchema = z.enum(ROLES);
export const seesSchema = z.enum(SEES);
