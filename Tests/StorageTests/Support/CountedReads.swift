import Storage
import Synchronization

/// The machine's file system, which counts the bytes that are read.
final class CountedReads: Sendable {
  private let count = Mutex(0)

  /// How many bytes were read so far.
  var bytes: Int { count.withLock { $0 } }

  /// The file system to hand to what is tested.
  var files: FileSystem {
    let real = FileSystem.posix
    var files = real
    files.read = { handle, offset, wanted, buffer, position throws(FileError) in
      let found = try real.read(handle, offset, wanted, &buffer, position)
      self.count.withLock { $0 += found }
      return found
    }
    return files
  }
}
