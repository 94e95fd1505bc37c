import Storage

/// The machine's file system, in which something happens before each call that a reader or a
/// writer of a store makes.
struct InterruptedFileSystem {
  let files: FileSystem

  /// - Parameter before: takes the path.
  init(before: @escaping (_ path: String) -> Void) {
    nonisolated(unsafe) let before = before
    let real = FileSystem.posix
    var files = real
    files.open = { path, purpose throws(FileError) in
      before(path)
      return try real.open(path, purpose)
    }
    files.close = { handle in
      before(handle.path)
      real.close(handle)
    }
    files.read = { handle, offset, count, buffer, position throws(FileError) in
      before(handle.path)
      return try real.read(handle, offset, count, &buffer, position)
    }
    files.write = { handle, bytes throws(FileError) in
      before(handle.path)
      // Short writes show what is half written.
      return try real.write(handle, bytes.prefix(max(1, bytes.count / 2)))
    }
    files.synchronize = { handle throws(FileError) in
      before(handle.path)
      try real.synchronize(handle)
    }
    files.size = { handle throws(FileError) in
      before(handle.path)
      return try real.size(handle)
    }
    files.openStatus = { handle throws(FileError) in
      before(handle.path)
      return try real.openStatus(handle)
    }
    files.status = { path throws(FileError) in
      before(path)
      return try real.status(path)
    }
    files.link = { path, newPath throws(FileError) in
      before(newPath)
      try real.link(path, newPath)
    }
    files.remove = { path throws(FileError) in
      before(path)
      try real.remove(path)
    }
    self.files = files
  }
}
