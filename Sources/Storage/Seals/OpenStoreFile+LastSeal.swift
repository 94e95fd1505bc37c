import Text

extension OpenStoreFile {
  /// Returns the seal of the last line that has one, searching from the end of the file; nil if
  /// there is none.
  func lastSeal() throws(FileError) -> Seal? {
    try Self.lastSeal(files, handle, lines, format)
  }

  /// Returns the same for the whole lines at `lines`.
  static func lastSeal(
    _ files: FileSystem, _ handle: FileSystem.Handle, _ lines: Range<Int>, _ format: LineFormat
  ) throws(FileError) -> Seal? {
    let place = SealPlace(format)
    var end = lines.upperBound
    var reach = firstReach
    while end > lines.lowerBound {
      let start = max(lines.lowerBound, end - reach)
      let bytes = try files.read(handle, from: start, count: end - start, spare: 0)
      // A line that starts before these bytes is left for the next step.
      var first = 0
      if start > lines.lowerBound { first = LineScanner.endOfLine(in: bytes, from: 0) }
      if let seal = lastSeal(in: bytes[first...], place) { return seal }
      end = first == bytes.count ? end : start + first
      reach *= 2
    }
    return nil
  }

  /// Returns the seal of the last of these whole lines that has one.
  private static func lastSeal(in lines: ArraySlice<UInt8>, _ place: SealPlace) -> Seal? {
    var rest = lines
    while !rest.isEmpty {
      let line = rest.dropLast()
      let start = line.lastIndex(of: ASCII.lineFeed).map { $0 + 1 } ?? rest.startIndex
      if let seal = LineSeal(line[start...], place).written { return seal }
      rest = rest[..<start]
    }
    return nil
  }

  /// Enough for the last line of nearly every file.
  private static let firstReach = 1 << 10
}
