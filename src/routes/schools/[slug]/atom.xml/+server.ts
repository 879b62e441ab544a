// The noticeboard as a feed, for feed readers.
import { answerFeed } from '../feed-answer.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => answerFeed(event, event.params.slug, 'atom');
