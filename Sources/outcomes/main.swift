import Commands

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

Console.occupyClosedDescriptors()

// An async `main` would end this thread; in a static binary, unwinding it takes five times as long
// as the rest of `--version`.
Task.detached { exit(await run(Console.arguments, .real)) }
while true { pause() }
