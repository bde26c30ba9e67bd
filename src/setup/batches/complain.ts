import type { Complaint } from '../../domain/complaint.ts';
import { Problem } from '../../domain/problem.ts';

export function complain(detail: Complaint): Problem {
  return new Problem('input-not-valid', { detail });
}
