import { type MarkName, type Shape, shapes } from './shapes.ts';

function Drawn({ shape }: { shape: Shape }) {
  switch (shape.tag) {
    case 'rect': {
      const { tag: _, ...place } = shape;
      return <rect {...place} />;
    }
    case 'circle':
      return <circle cx={shape.cx} cy={shape.cy} r={shape.r} />;
    case 'path':
      return shape.line === undefined ? (
        <path d={shape.d} />
      ) : (
        <path d={shape.d} fill="none" stroke="currentColor" strokeWidth={shape.line} />
      );
  }
}

/** A house's mark, in its paint. */
export function Mark({ of }: { of: MarkName }) {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true" fill="currentColor">
      {shapes[of].map((shape) => (
        <Drawn key={JSON.stringify(shape)} shape={shape} />
      ))}
    </svg>
  );
}
