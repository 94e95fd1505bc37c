import Records
import Text

extension OpenStoreFile {
  /// Adds whole lines at the end, and seals them. They are on the disk when this returns; if it
  /// fails, the file stays as it was.
  /// - Parameter unsealed: lines without seals as `LineWriter` writes them, each with its line
  ///   ending.
  mutating func append(_ unsealed: [UInt8]) throws(FileError) {
    let sealed = try sealed(unsealed)
    try files.append(sealed, to: handle)
    grow(by: sealed.count)
  }

  /// Adds lines likewise, without waiting until they are on the disk. If this fails, a part of them
  /// may be in the file.
  mutating func write(_ unsealed: [UInt8]) throws(FileError) {
    let sealed = try sealed(unsealed)
    try files.writeAll(sealed, to: handle)
    grow(by: sealed.count)
  }

  private func sealed(_ unsealed: [UInt8]) throws(FileError) -> [UInt8] {
    var chain = SealChain(format, after: try lastSeal())
    return chain.sealed(unsealed)
  }

  private mutating func grow(by count: Int) {
    lines = lines.lowerBound..<lines.upperBound + count
    torn = lines.upperBound..<lines.upperBound
  }

  /// Adds the missing line ending of the last line, or sets the line aside if it is incomplete.
  /// - Returns: what was done; nil if there was nothing to do.
  mutating func mendLastLine(
    _ folder: ProgramFolder, at moment: Timestamp
  ) throws(Problems) -> StoreNotice? {
    if lacksLineEnd { return try addLineEnd() }
    return torn.isEmpty ? nil : try setTornLineAside(folder, at: moment)
  }

  /// Adds the missing line ending at the end of the file.
  mutating func addLineEnd() throws(Problems) -> StoreNotice {
    let text = try explained { () throws(FileError) in
      let end = torn.upperBound
      let start = try Self.endOfLastLine(files, handle, size: end)
      let text = try self.text(of: start..<end)
      try files.append([ASCII.lineFeed], to: handle)
      lines = lines.lowerBound..<end + 1
      torn = end + 1..<end + 1
      lacksLineEnd = false
      return text
    }
    return .lineEndAdded(file: name, text: text)
  }

  /// Copies the incomplete last line to a file in `recovered/`, and then removes it from this file.
  private mutating func setTornLineAside(
    _ folder: ProgramFolder, at moment: Timestamp
  ) throws(Problems) -> StoreNotice {
    try explained { () throws(FileError) in
      let bytes = try self.bytes(torn)
      let stamp = moment.description.filter(\.isNumber)
      let copy = try folder.freeNameInRecovered("\(stamp)-\(torn.lowerBound)", name)
      try files.create(folder.path(of: copy), bytes)
      // Only now are the bytes safe elsewhere.
      try files.truncate(handle, torn.lowerBound)
      try files.synchronize(handle)
      torn = lines.upperBound..<lines.upperBound
      return .tornLineSetAside(
        file: name, text: String(decoding: bytes, as: UTF8.self), movedTo: copy)
    }
  }
}
