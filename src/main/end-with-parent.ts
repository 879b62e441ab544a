// Ends a program we started when we end ourselves, even by kill -9.
process.once('disconnect', () => process.exit(1));
process.channel?.unref();
