import pino from 'pino';
import { mediaEngineContract } from '../contract/media-engine.contract.ts';
import { startEmbeddedEngine } from './engine.ts';

mediaEngineContract('the embedded engine', async () => {
  const log = pino({ level: 'silent' });
  const engine = await startEmbeddedEngine({ host: '127.0.0.1', port: 0, announced: null, log });
  return {
    engine,
    kill() {
      const { pid } = engine.health();
      if (pid !== null) process.kill(pid, 'SIGKILL');
    },
  };
});
