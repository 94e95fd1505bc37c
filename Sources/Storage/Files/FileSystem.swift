/// The only access to the disk: one closure per operation of the system, so that a test can make
/// any of them fail.
///
/// Every closure throws `FileError`. Reads and writes may be short; callers then continue.
package struct FileSystem: Sendable {
  /// An open file or folder.
  package struct Handle: Sendable, Equatable {
    package let descriptor: Int32
    /// The path it was opened with, for messages.
    package let path: String

    package init(descriptor: Int32, path: String) {
      self.descriptor = descriptor
      self.path = path
    }
  }

  /// The way a file is opened.
  package enum Purpose: Sendable, Equatable {
    case reading
    /// Reading and writing at the end; the file must exist.
    case appending
    /// Writing a file that must not exist yet and that only its owner can read.
    case creating
    /// Opening a folder, to lock it or to make its entries durable.
    case folder
  }

  /// The state of a file or folder.
  package struct Status: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
      case file
      case folder
      case symbolicLink
      case other
    }

    /// The identity of a file or folder: no two have the same at the same time, whatever paths lead
    /// to them.
    package struct Identity: Sendable, Hashable {
      package let device: UInt64
      package let inode: UInt64

      package init(device: UInt64, inode: UInt64) {
        self.device = device
        self.inode = inode
      }
    }

    /// The owner, group and permissions of a file.
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
    /// The size of a file in bytes.
    package let size: Int
    package let identity: Identity
    package let access: Access
    /// The number of names (hard links) of a file.
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

  /// Opens a path without blocking. A symbolic link in the last component is rejected, and so is
  /// anything but a regular file unless a folder is requested.
  package var open: @Sendable (_ path: String, Purpose) throws(FileError) -> Handle
  package var close: @Sendable (Handle) -> Void
  /// Reads at most `count` bytes at `offset` of the file into `buffer` at `position`, which must
  /// have space for them. Returns the number of bytes, 0 at the end of the file.
  package var read:
    @Sendable (Handle, _ offset: Int, _ count: Int, _ buffer: inout [UInt8], _ position: Int)
      throws(FileError) -> Int
  /// Writes bytes at the end of the file; returns the number of bytes written.
  package var write: @Sendable (Handle, ArraySlice<UInt8>) throws(FileError) -> Int
  /// Returns once everything written is on the disk.
  package var synchronize: @Sendable (Handle) throws(FileError) -> Void
  /// Cuts the file to this many bytes.
  package var truncate: @Sendable (Handle, _ size: Int) throws(FileError) -> Void
  /// The size of an open file in bytes.
  package var size: @Sendable (Handle) throws(FileError) -> Int
  /// Returns the status of an open file or folder.
  package var openStatus: @Sendable (Handle) throws(FileError) -> Status
  /// Changes the owner, group and permissions of an open file.
  package var setAccess: @Sendable (Handle, Status.Access) throws(FileError) -> Void
  /// Returns the status of a path without following a link; nil if nothing exists there.
  package var status: @Sendable (_ path: String) throws(FileError) -> Status?
  /// Renames a file or folder. An existing file or empty folder with the new name is replaced.
  package var rename: @Sendable (_ path: String, _ newPath: String) throws(FileError) -> Void
  /// Gives a file a second name, which must not exist.
  package var link: @Sendable (_ path: String, _ newPath: String) throws(FileError) -> Void
  /// Removes a file from its folder; for a link, only the link is removed.
  package var remove: @Sendable (_ path: String) throws(FileError) -> Void
  /// Creates a folder that only its owner can enter.
  package var makeFolder: @Sendable (_ path: String) throws(FileError) -> Void
  /// Removes a folder, which must be empty.
  package var removeFolder: @Sendable (_ path: String) throws(FileError) -> Void
  /// Returns the names in a folder, in no particular order.
  package var list: @Sendable (_ path: String) throws(FileError) -> [String]
  /// Takes the lock of an open folder, which is released when the process ends. Returns false if
  /// another process has it.
  package var tryLock: @Sendable (Handle) throws(FileError) -> Bool
  /// Returns an unpredictable word for the name of a temporary file.
  package var randomWord: @Sendable () -> String
  /// Waits for this many milliseconds.
  package var pause: @Sendable (_ milliseconds: Int) -> Void
}

/// An operation that the system refused.
package struct FileError: Error, Sendable, Equatable {
  /// The reasons that have their own message.
  package enum Reason: Sendable, Equatable {
    case missing
    case exists
    case notPermitted
    case readOnly
    case full
    case isLink
    case notAFolder
    /// There is a folder, a pipe or a device in place of a file.
    case notAFile
    /// The path is reserved for a program file or is in one of a program's folders; a path that can
    /// be used instead.
    case ofProgram(instead: String)
    /// The file has other names, so its owner program cannot be determined.
    case hasOtherNames
    /// The file belongs to another user, who would lose it.
    case accessNotKept
    /// The file that was being written is no longer in its place.
    case takenAway
    /// A line was written that could be neither acknowledged nor removed; the reason, in words.
    case notTakenBack(String)
    /// A new file is in place, but the disk did not confirm that it is permanent; the reason, in
    /// words.
    case mayBeUndone(String)
    case other(String)
  }

  /// The action, as in “could not read”.
  package let action: String
  package let path: String
  package let reason: Reason

  package init(action: String, path: String, reason: Reason) {
    self.action = action
    self.path = path
    self.reason = reason
  }
}
