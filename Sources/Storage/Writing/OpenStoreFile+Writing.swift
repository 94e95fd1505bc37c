import Records
import Text

extension OpenStoreFile {
  /// Adds whole lines at the end, and seals them. Where that fails, the file is as it was.
  /// - Parameter unsealed: lines without seals as `LineWriter` writes them, each with its line end.
  mutating func append(_ unsealed: [UInt8]) throws(FileError) {
    var chain = SealChain(format, after: try lastSeal())
    let sealed = chain.sealed(unsealed)
    try files.append(sealed, to: handle)
    lines = lines.lowerBound..<lines.upperBound + sealed.count
    torn = lines.upperBound..<lines.upperBound
  }

  /// Gives the last line its line end where it has lost it, or sets it aside where it is
  /// incomplete.
  /// - Returns: what was done; nil where there was nothing to do.
  mutating func mendLastLine(
    _ folder: ProgramFolder, at moment: Timestamp
  ) throws(Problems) -> StoreNotice? {
    if lacksLineEnd { return try addLineEnd() }
    return torn.isEmpty ? nil : try setTornLineAside(folder, at: moment)
  }

  /// Adds the line end that the last bytes of the file lack.
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

  /// Moves the incomplete last line into a file of its own in `recovered/`, and then out of this
  /// one.
  private mutating func setTornLineAside(
    _ folder: ProgramFolder, at moment: Timestamp
  ) throws(Problems) -> StoreNotice {
    try explained { () throws(FileError) in
      let bytes = try self.bytes(torn)
      let stamp = moment.description.filter(\.isNumber)
      let copy = try folder.freeNameInRecovered("\(stamp)-\(torn.lowerBound)", name)
      try files.create(folder.path(of: copy), bytes)
      // Only now that the bytes are safe elsewhere.
      try files.truncate(handle, torn.lowerBound)
      try files.synchronize(handle)
      torn = lines.upperBound..<lines.upperBound
      return .tornLineSetAside(
        file: name, text: String(decoding: bytes, as: UTF8.self), movedTo: copy)
    }
  }
}
