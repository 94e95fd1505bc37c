import Records
import Storage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

// Uses the C library: Foundation would make the program several times as large, and slower to
// start.
extension World {
  /// The machine that the program runs on.
  package static var real: World {
    let environment = knownVariables
    return World(
      console: .standard(hasUnicode: hasUnicode(in: environment)), terminal: { .standard },
      files: .posix,
      now: { Timestamp(secondsSinceEpoch: Int64(time(nil))) },
      today: {
        var moment = time(nil)
        var local = tm()
        localtime_r(&moment, &local)
        return Timestamp(secondsSinceEpoch: Int64(moment) + Int64(local.tm_gmtoff)).date
      },
      environment: environment, currentFolder: workingFolder,
      temporaryFolder: { variable("TMPDIR") ?? "/tmp" }, userName: { loginName },
      cores: { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) })
  }

  private static var knownVariables: [String: String] {
    let names = Variable.allCases.map(\.rawValue)
    return Dictionary(
      uniqueKeysWithValues: names.compactMap { name in variable(name).map { (name, $0) } })
  }

  /// Returns the value of an environment variable; nil if it is not set, or is empty.
  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The current folder of the process; empty if it was removed.
  private static var workingFolder: String {
    guard let path = getcwd(nil, 0) else { return "" }
    defer { free(path) }
    return String(cString: path)
  }

  /// The name of the user whose permissions the process has; `USER` if the system has no entry for
  /// that user, as in some containers.
  private static var loginName: String {
    let user = geteuid() == 0 ? getuid() : geteuid()
    let name = getpwuid(user).flatMap { $0.pointee.pw_name }.map { String(cString: $0) }
    return name ?? variable("USER") ?? ""
  }
}
