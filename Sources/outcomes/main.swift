import Commands

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

Console.occupyClosedDescriptors()

// A `main` that awaits would end this thread and unwind it, which takes a binary that is linked
// statically in all parts five times as long as everything else that `--version` does.
Task.detached { exit(await run(Console.arguments, .real)) }
while true { pause() }
