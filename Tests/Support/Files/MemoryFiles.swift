import Storage

/// A folder in memory that can be read, so that thousands of changed files need no disk.
package struct MemoryFiles: Sendable {
  /// The bytes of each file by its path.
  package var contents: [String: [UInt8]]

  package init(contents: [String: [UInt8]]) {
    self.contents = contents
  }

  /// The file system to hand to what is tested.
  package var files: FileSystem {
    let contents = contents
    var files = FileSystem.posix
    files.open = { path, _ throws(FileError) in
      guard contents[path] != nil else {
        throw FileError(action: "open", path: path, reason: .missing)
      }
      return FileSystem.Handle(descriptor: 0, path: path)
    }
    files.close = { _ in }
    let status: @Sendable (String) -> FileSystem.Status? = { path in
      contents[path].map { bytes in
        FileSystem.Status(
          kind: .file, size: bytes.count, identity: .init(device: 0, inode: 0),
          access: .init(owner: 0, group: 0, permissions: 0o600), names: 1)
      }
    }
    files.status = { path in status(path) }
    files.openStatus = { handle throws(FileError) in
      guard let status = status(handle.path) else {
        throw FileError(action: "open", path: handle.path, reason: .missing)
      }
      return status
    }
    files.size = { handle in contents[handle.path]?.count ?? 0 }
    files.read = { handle, offset, count, buffer, position in
      let bytes = contents[handle.path] ?? []
      let end = min(offset + count, bytes.count)
      guard offset < end else { return 0 }
      buffer.replaceSubrange(position..<position + end - offset, with: bytes[offset..<end])
      return end - offset
    }
    return files
  }
}
