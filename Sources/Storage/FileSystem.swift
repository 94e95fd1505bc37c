/// The only way to the disk: one closure a thing that the machine can do, so that a test can fail any
/// of them.
///
/// Every closure throws `FileError`. Reads and writes may be short; the callers go on.
package struct FileSystem: Sendable {
  /// An open file or folder.
  package struct Handle: Sendable, Equatable {
    package let descriptor: Int32
    /// What it was opened by, for messages.
    package let path: String

    package init(descriptor: Int32, path: String) {
      self.descriptor = descriptor
      self.path = path
    }
  }

  /// How a file is opened.
  package enum Purpose: Sendable, Equatable {
    case reading
    /// Reading and writing at the end; the file must exist.
    case appending
    /// Writing a file that must not exist yet, readable by its owner alone.
    case creating
    /// Writing a file from its start, whether it exists or not, readable by its owner alone.
    case replacing
    /// A folder, to lock it or to make its entries durable.
    case folder
  }

  /// What stands at a path.
  package struct Status: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
      case file
      case folder
      case symbolicLink
      case other
    }

    package let kind: Kind
    /// Bytes in a file.
    package let size: Int
    /// The permission bits, such as 0o600.
    package let permissions: UInt32

    package init(kind: Kind, size: Int, permissions: UInt32) {
      self.kind = kind
      self.size = size
      self.permissions = permissions
    }
  }

  /// Opens what stands at a path, without waiting for anybody. Symbolic links in the last place are
  /// refused, and unless a folder is asked for, whatever is no regular file.
  package var open: @Sendable (_ path: String, Purpose) throws(FileError) -> Handle
  package var close: @Sendable (Handle) -> Void
  /// Reads at most `count` bytes at `offset` of the file into `buffer` at `position`, which has room.
  /// Gives the number of bytes, 0 at the file's end.
  package var read:
    @Sendable (Handle, _ offset: Int, _ count: Int, _ buffer: inout [UInt8], _ position: Int)
      throws(FileError) -> Int
  /// Writes the bytes at the file's end; gives how many were taken.
  package var write: @Sendable (Handle, ArraySlice<UInt8>) throws(FileError) -> Int
  /// Returns when everything written is on the disk.
  package var synchronize: @Sendable (Handle) throws(FileError) -> Void
  /// Cuts the file to this many bytes.
  package var truncate: @Sendable (Handle, _ size: Int) throws(FileError) -> Void
  /// The size of an open file in bytes.
  package var size: @Sendable (Handle) throws(FileError) -> Int
  /// What stands at a path, without following a link; nil where nothing does.
  package var status: @Sendable (_ path: String) throws(FileError) -> Status?
  package var rename: @Sendable (_ path: String, _ newPath: String) throws(FileError) -> Void
  /// Takes a file out of its folder; a link is taken away itself, not what it leads to.
  package var remove: @Sendable (_ path: String) throws(FileError) -> Void
  /// Makes a folder that only its owner may enter.
  package var makeFolder: @Sendable (_ path: String) throws(FileError) -> Void
  /// Takes a folder away, which must be empty.
  package var removeFolder: @Sendable (_ path: String) throws(FileError) -> Void
  /// The names in a folder, in no order.
  package var list: @Sendable (_ path: String) throws(FileError) -> [String]
  /// Takes the lock of an open folder, which ends with the process; false where somebody else has it.
  package var tryLock: @Sendable (Handle) throws(FileError) -> Bool
  /// Waits this many milliseconds.
  package var pause: @Sendable (_ milliseconds: Int) -> Void
}

/// What the machine refused to do.
package struct FileError: Error, Sendable, Equatable {
  /// The reasons that a message can say more about.
  package enum Reason: Sendable, Equatable {
    case missing
    case exists
    case notPermitted
    case readOnly
    case full
    case isLink
    case notAFolder
    /// A folder, a pipe or a device stands where a file belongs.
    case notAFile
    /// A line was written that could not be acknowledged, nor taken back; why not, in words.
    case notTakenBack(String)
    case other(String)
  }

  /// What was being done, as in “could not read”.
  package let action: String
  package let path: String
  package let reason: Reason

  package init(action: String, path: String, reason: Reason) {
    self.action = action
    self.path = path
    self.reason = reason
  }
}
