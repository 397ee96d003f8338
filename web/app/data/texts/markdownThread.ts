import workerpool from 'workerpool';
import { markdownHtml } from '../../views/text/markdownHtml.ts';

// A thread of the pool in markdownPool.server.ts.
workerpool.worker({ markdownHtml });
