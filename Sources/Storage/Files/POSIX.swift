#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension FileSystem {
  /// The file system of this machine.
  package static let posix = FileSystem(
    open: { path, purpose throws(FileError) in
      let flags =
        switch purpose {
        case .reading: O_RDONLY | O_NOFOLLOW
        case .appending: O_RDWR | O_APPEND | O_NOFOLLOW
        case .creating: O_RDWR | O_APPEND | O_CREAT | O_EXCL | O_NOFOLLOW
        case .folder: O_RDONLY | O_DIRECTORY
        }
      // A pipe must not block the command before it is recognized as one.
      let descriptor = try call("open", path) { openFile(path, flags | O_CLOEXEC | O_NONBLOCK) }
      let handle = Handle(descriptor: descriptor, path: path)
      // A file that was just created is a regular file.
      if purpose != .folder, purpose != .creating { try refuseIrregular(handle) }
      return handle
    },
    close: { handle in _ = closeFile(handle.descriptor) },
    read: { handle, offset, count, buffer, position throws(FileError) in
      try call("read", handle.path) {
        buffer.withUnsafeMutableBytes { bytes in
          pread(handle.descriptor, bytes.baseAddress.map { $0 + position }, count, off_t(offset))
        }
      }
    },
    write: { handle, bytes throws(FileError) in
      try call("write", handle.path) {
        bytes.withUnsafeBytes { writeBytes(handle.descriptor, $0.baseAddress, $0.count) }
      }
    },
    synchronize: { handle throws(FileError) in
      _ = try call("write", handle.path) { fsync(handle.descriptor) }
    },
    truncate: { handle, size throws(FileError) in
      _ = try call("write", handle.path) { ftruncate(handle.descriptor, off_t(size)) }
    },
    size: { handle throws(FileError) in Int(try fileStatus(handle).st_size) },
    openStatus: { handle throws(FileError) in Status(try fileStatus(handle)) },
    setAccess: { handle, access throws(FileError) in
      // The owner is changed first, because changing it can reset some permissions.
      _ = try call("change", handle.path) {
        fchown(handle.descriptor, access.owner, access.group)
      }
      _ = try call("change", handle.path) {
        fchmod(handle.descriptor, mode_t(access.permissions))
      }
    },
    status: { path throws(FileError) in
      var status = stat()
      do throws(FileError) {
        _ = try call("look at", path) { lstat(path, &status) }
      } catch {
        if error.reason == .missing || error.reason == .notAFolder { return nil }
        throw error
      }
      return Status(status)
    },
    rename: { path, newPath throws(FileError) in
      _ = try call("rename", path) { renameFile(path, newPath) }
    },
    link: { path, newPath throws(FileError) in
      _ = try call("write", newPath) { linkFile(path, newPath) }
    },
    remove: { path throws(FileError) in
      _ = try call("remove", path) { unlink(path) }
    },
    makeFolder: { path throws(FileError) in
      _ = try call("create", path) { mkdir(path, 0o700) }
    },
    removeFolder: { path throws(FileError) in
      _ = try call("remove", path) { rmdir(path) }
    },
    list: { path throws(FileError) in try entries(path) },
    tryLock: { handle throws(FileError) in
      do throws(FileError) {
        _ = try call("lock", handle.path) { flock(handle.descriptor, LOCK_EX | LOCK_NB) }
        return true
      } catch {
        if error.reason == .other(message(EWOULDBLOCK)) { return false }
        throw error
      }
    },
    randomWord: {
      let digits = String(UInt64.random(in: 0 ... .max), radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    },
    pause: { milliseconds in usleep(UInt32(milliseconds) * 1000) }
  )
}

/// Closes the handle and throws an error if it is not a regular file.
private func refuseIrregular(_ handle: FileSystem.Handle) throws(FileError) {
  do throws(FileError) {
    guard kind(try fileStatus(handle).st_mode) != .file else { return }
    throw FileError(action: "open", path: handle.path, reason: .notAFile)
  } catch {
    _ = closeFile(handle.descriptor)
    throw error
  }
}

private func fileStatus(_ handle: FileSystem.Handle) throws(FileError) -> stat {
  var status = stat()
  _ = try call("read", handle.path) { fstat(handle.descriptor, &status) }
  return status
}

/// Calls the C library until it is not interrupted by a signal; −1 becomes an error.
func call<Result: SignedInteger>(
  _ action: String, _ path: String, _ body: () -> Result
) throws(FileError) -> Result {
  while true {
    let result = body()
    if result != -1 { return result }
    let code = errno
    if code != EINTR { throw FileError(action: action, path: path, reason: reason(code)) }
  }
}

private func reason(_ code: Int32) -> FileError.Reason {
  switch code {
  case ENOENT: .missing
  case EEXIST: .exists
  case EACCES, EPERM: .notPermitted
  case EROFS: .readOnly
  case ENOSPC, EDQUOT: .full
  case ELOOP: .isLink
  case ENOTDIR: .notAFolder
  // Reported for opening a folder for writing, and for pipes and sockets.
  case EISDIR, ENXIO: .notAFile
  default: .other(message(code))
  }
}

extension FileError {
  /// - Parameter code: the error number of the system.
  package init(action: String, path: String, code: Int32) {
    self.init(action: action, path: path, reason: Storage.reason(code))
  }
}

private func message(_ code: Int32) -> String {
  strerror(code).map { String(cString: $0) } ?? "error \(code)"
}

extension FileSystem.Status {
  fileprivate init(_ status: stat) {
    self.init(
      kind: Storage.kind(status.st_mode), size: Int(status.st_size),
      identity: Identity(
        device: UInt64(truncatingIfNeeded: status.st_dev), inode: UInt64(status.st_ino)),
      access: Access(
        owner: status.st_uid, group: status.st_gid, permissions: UInt32(status.st_mode & 0o7777)),
      names: Int(status.st_nlink))
  }
}

private func kind(_ mode: mode_t) -> FileSystem.Status.Kind {
  switch mode & S_IFMT {
  case S_IFREG: .file
  case S_IFDIR: .folder
  case S_IFLNK: .symbolicLink
  default: .other
  }
}

private func entries(_ path: String) throws(FileError) -> [String] {
  let folder = try present("list", path) { opendir(path) }
  defer { if let folder { closedir(folder) } }
  var names: [String] = []
  while let folder, let entry = try present("list", path, { readdir(folder) }) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(
        to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)
      ) { String(cString: $0) }
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names
}

/// Calls the C library until it is not interrupted by a signal; nil if it returns nothing without
/// an error, as at the end of a folder.
private func present<Result>(
  _ action: String, _ path: String, _ body: () -> Result?
) throws(FileError) -> Result? {
  while true {
    errno = 0
    if let result = body() { return result }
    let code = errno
    if code == 0 { return nil }
    if code != EINTR { throw FileError(action: action, path: path, reason: reason(code)) }
  }
}

// Inside `FileSystem` these names refer to its closures, so the C functions need other names.

private func openFile(_ path: String, _ flags: Int32) -> Int32 { open(path, flags, 0o600) }

private func closeFile(_ descriptor: Int32) -> Int32 { close(descriptor) }

private func linkFile(_ path: String, _ newPath: String) -> Int32 { link(path, newPath) }

private func renameFile(_ path: String, _ newPath: String) -> Int32 { rename(path, newPath) }

private func writeBytes(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
