/// The only way to the disk: one closure a thing that the machine can do, so that a test can fail
/// any of them.
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

    /// What no two files or folders share at the same time, under whatever names they are reached.
    package struct Identity: Sendable, Hashable {
      package let device: UInt64
      package let inode: UInt64

      package init(device: UInt64, inode: UInt64) {
        self.device = device
        self.inode = inode
      }
    }

    /// Who may do what with a file.
    package struct Access: Sendable, Hashable {
      package let owner: UInt32
      package let group: UInt32
      /// The permission bits, such as 0o600.
      package let permissions: UInt32

      package init(owner: UInt32, group: UInt32, permissions: UInt32) {
        self.owner = owner
        self.group = group
        self.permissions = permissions
      }
    }

    package let kind: Kind
    /// Bytes in a file.
    package let size: Int
    package let identity: Identity
    package let access: Access
    /// How many names a file has.
    package let names: Int

    package init(kind: Kind, size: Int, identity: Identity, access: Access, names: Int) {
      self.kind = kind
      self.size = size
      self.identity = identity
      self.access = access
      self.names = names
    }

    /// The permission bits, such as 0o600.
    package var permissions: UInt32 { access.permissions }
  }

  /// Opens what stands at a path, without waiting for anybody. Symbolic links in the last place are
  /// refused, and unless a folder is asked for, whatever is not a regular file.
  package var open: @Sendable (_ path: String, Purpose) throws(FileError) -> Handle
  package var close: @Sendable (Handle) -> Void
  /// Reads at most `count` bytes at `offset` of the file into `buffer` at `position`, which has
  /// room. Gives the number of bytes, 0 at the file's end.
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
  /// What an open file or folder is.
  package var openStatus: @Sendable (Handle) throws(FileError) -> Status
  /// Gives an open file to this owner and group, with these permissions.
  package var setAccess: @Sendable (Handle, Status.Access) throws(FileError) -> Void
  /// What stands at a path, without following a link; nil where nothing does.
  package var status: @Sendable (_ path: String) throws(FileError) -> Status?
  /// Gives a file or folder another name; a file of that name, or an empty folder, is replaced.
  package var rename: @Sendable (_ path: String, _ newPath: String) throws(FileError) -> Void
  /// Gives a file a second name, which nothing may have.
  package var link: @Sendable (_ path: String, _ newPath: String) throws(FileError) -> Void
  /// Takes a file out of its folder; a link is taken away itself, not what it leads to.
  package var remove: @Sendable (_ path: String) throws(FileError) -> Void
  /// Makes a folder that only its owner may enter.
  package var makeFolder: @Sendable (_ path: String) throws(FileError) -> Void
  /// Takes a folder away, which must be empty.
  package var removeFolder: @Sendable (_ path: String) throws(FileError) -> Void
  /// The names in a folder, in no order.
  package var list: @Sendable (_ path: String) throws(FileError) -> [String]
  /// Takes the lock of an open folder, which ends with the process; false where somebody else has
  /// it.
  package var tryLock: @Sendable (Handle) throws(FileError) -> Bool
  /// A word that nobody can guess, for the name of a temporary file.
  package var randomWord: @Sendable () -> String
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
    /// The place of a file of a program, or in one of its folders; a path that would do instead.
    case ofProgram(instead: String)
    /// The file has other names too, so that whose it is cannot be told.
    case hasOtherNames
    /// The file belongs to somebody else, who would lose it.
    case accessNotKept
    /// What was being written is no longer where it was put.
    case takenAway
    /// A line was written that could not be acknowledged, nor taken back; why not, in words.
    case notTakenBack(String)
    /// A new file is in its place, but the disk did not say that it stays there; why, in words.
    case mayBeUndone(String)
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
