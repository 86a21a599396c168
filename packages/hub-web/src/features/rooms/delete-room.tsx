import type { RoomView } from '@koinon/hub/wire';
import { Key, Trash2, useToast } from '@koinon/ui';
import { useNavigate } from '@tanstack/react-router';
import { ProblemNotice, problemSentence, useSpeech } from '../../house/index.ts';
import { useDeleteRoom, useRestoreRoom } from './questions.ts';

/** Deletes the room at once; the toast takes it back. */
export function DeleteRoom({ room }: { room: RoomView }) {
  const speech = useSpeech();
  const { say } = speech;
  const navigate = useNavigate();
  const toast = useToast();
  const restore = useRestoreRoom(room.id);
  // This page is gone when the room is taken back: the promise outlives it, a mutation's callbacks would not.
  const takeBack = async () => {
    try {
      await restore();
      toast({ text: say('delete.restored', { room: room.name }) });
    } catch (error) {
      toast({ text: problemSentence(speech, error) });
    }
  };
  const remove = useDeleteRoom(room.id, () => {
    void navigate({ to: '/' });
    toast({
      text: say('delete.deleted', { room: room.name }),
      act: { label: say('delete.undo'), onAct: () => void takeBack() },
    });
  });
  const running = room.running !== null;
  return (
    <div className="setting setting-plain">
      <p className="small quiet">{say(running ? 'delete.running' : 'delete.says')}</p>
      <Key
        variant="danger"
        icon={Trash2}
        busy={remove.isPending}
        disabled={running}
        onClick={() => remove.mutate()}
      >
        {say('delete.key')}
      </Key>
      {remove.isError ? <ProblemNotice error={remove.error} /> : null}
    </div>
  );
}
