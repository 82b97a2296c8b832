// `awslambda` is there in Lambda's own runtime: it takes the status and headers first, then the body piece by piece.
const words = ['Once', 'upon', 'a', 'time', 'an', 'API', 'answered', 'at', 'once.'];

export const handler = awslambda.streamifyResponse(async (event, stream) => {
  const answer = awslambda.HttpResponseStream.from(stream, {
    statusCode: 200,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
  for (const word of words) {
    answer.write(`${word} `);
    await new Promise((done) => setTimeout(done, 200));
  }
  answer.end();
});
