import Records
import Text

/// Writes a tar archive with all entries in one folder, one after the other.
struct TarWriter {
  private let file: FileReplacement
  private let folder: String
  private let moment: Timestamp

  /// - Parameters:
  ///   - folder: the name of the folder that contains everything.
  ///   - moment: the time of the last change of all entries.
  init(_ file: FileReplacement, folder: String, at moment: Timestamp) throws(Problems) {
    self.file = file
    self.folder = folder
    self.moment = moment
    try addHeader(folder, .folder)
  }

  /// Adds an empty folder.
  /// - Parameter path: the path in the archive's folder.
  func addFolder(_ path: String) throws(Problems) {
    try addHeader("\(folder)/\(path)", .folder)
  }

  /// Adds a file.
  /// - Parameters:
  ///   - path: the path in the archive's folder.
  ///   - size: the exact number of bytes that `contents` writes.
  func addFile(
    _ path: String, size: Int, contents: (_ write: FileBytes.Sink) throws(Problems) -> Void
  ) throws(Problems) {
    let header = try addHeader("\(folder)/\(path)", .file, size: size)
    try contents(file.write)
    try addZeros(header.paddedSize - size)
  }

  /// Adds the end of the archive.
  func finish() throws(Problems) { try addZeros(2 * TarHeader.blockSize) }

  @discardableResult
  private func addHeader(
    _ path: String, _ kind: TarHeader.Kind, size: Int = 0
  ) throws(Problems) -> TarHeader {
    guard let header = TarHeader(path: path, kind: kind, size: size, modified: moment) else {
      throw Problems(BackupProblem.tooLong(path, size: size))
    }
    try file.write(header.bytes)
    return header
  }

  private func addZeros(_ count: Int) throws(Problems) {
    try file.write([UInt8](repeating: 0, count: count))
  }
}
