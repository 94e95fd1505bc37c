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
        let zone = TimeZone.current
        let local = Date().timeIntervalSince1970 + Double(zone.secondsFromGMT())
        return Timestamp(secondsSinceEpoch: Int64(local.rounded(.down))).date
      },
      environment: ProcessInfo.processInfo.environment,
      currentFolder: FileManager.default.currentDirectoryPath,
      temporaryFolder: NSTemporaryDirectory(), userName: NSUserName(),
      cores: ProcessInfo.processInfo.activeProcessorCount)
  }
}
