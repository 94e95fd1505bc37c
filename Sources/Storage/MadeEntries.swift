/// What was made on the disk so far, so that it can be taken away again where the rest fails.
package struct MadeEntries: Sendable {
  private enum Entry: Sendable {
    case file(String)
    case folder(String)
  }

  private let files: FileSystem
  private var entries: [Entry] = []

  init(_ files: FileSystem) {
    self.files = files
  }

  mutating func makeFolder(_ path: String) throws(FileError) {
    try files.makeDurableFolder(path)
    entries.append(.folder(path))
  }

  mutating func create(_ path: String, _ bytes: [UInt8]) throws(FileError) {
    try files.create(path, bytes)
    entries.append(.file(path))
  }

  /// Takes everything away again, the latest first. What cannot be taken away stays, and so does a
  /// folder in which somebody else put something meanwhile: there is nothing better to do about
  /// either, and the error that led here is the one to tell.
  package func remove() {
    for entry in entries.reversed() {
      switch entry {
      case .file(let path): try? files.remove(path)
      case .folder(let path): try? files.removeFolder(path)
      }
    }
  }
}
