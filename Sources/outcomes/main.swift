import Commands

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

exit(await run(Array(CommandLine.arguments.dropFirst()), .real))
