import Foundation
import Records
import Storage

extension World {
  /// The machine that the program runs on.
  package static var real: World {
    World(
      console: .standard, files: .posix,
      now: { Timestamp(secondsSinceEpoch: Int64(Date().timeIntervalSince1970.rounded(.down))) },
      today: {
        // By the C library: Foundation's time zones load far more than the hours from Greenwich.
        var moment = time(nil)
        var local = tm()
        localtime_r(&moment, &local)
        return Timestamp(secondsSinceEpoch: Int64(moment) + Int64(local.tm_gmtoff)).date
      },
      environment: ProcessInfo.processInfo.environment,
      currentFolder: FileManager.default.currentDirectoryPath,
      temporaryFolder: { NSTemporaryDirectory() }, userName: { NSUserName() },
      cores: { ProcessInfo.processInfo.activeProcessorCount })
  }
}
