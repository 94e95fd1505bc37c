import Records
import Storage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

// By the C library: Foundation would make the program several times as large, and slower to start.
extension World {
  /// The machine that the program runs on.
  package static var real: World {
    World(
      console: .standard, files: .posix,
      now: { Timestamp(secondsSinceEpoch: Int64(time(nil))) },
      today: {
        var moment = time(nil)
        var local = tm()
        localtime_r(&moment, &local)
        return Timestamp(secondsSinceEpoch: Int64(moment) + Int64(local.tm_gmtoff)).date
      },
      environment: knownVariables, currentFolder: workingFolder,
      temporaryFolder: { variable("TMPDIR") ?? "/tmp" }, userName: { loginName },
      cores: { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) })
  }

  private static var knownVariables: [String: String] {
    let names = Variable.allCases.map(\.rawValue)
    return Dictionary(
      uniqueKeysWithValues: names.compactMap { name in variable(name).map { (name, $0) } })
  }

  /// The value of an environment variable; nil where it is not set, or set to nothing.
  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The folder that the process stands in; empty where it was removed.
  private static var workingFolder: String {
    guard let path = getcwd(nil, 0) else { return "" }
    defer { free(path) }
    return String(cString: path)
  }

  /// The name of the user whose permissions the process has; `USER` where the machine knows no
  /// such user, as in some containers.
  private static var loginName: String {
    let user = geteuid() == 0 ? getuid() : geteuid()
    let name = getpwuid(user).flatMap { $0.pointee.pw_name }.map { String(cString: $0) }
    return name ?? variable("USER") ?? ""
  }
}
