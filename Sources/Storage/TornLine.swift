import Records
import Text

extension OpenStoreFile {
  /// Moves the incomplete last line into a file of its own in `recovered/`, and then out of this one.
  func setTornLineAside(
    _ folder: ProgramFolder, file: String, at moment: Timestamp
  ) throws(Problems) -> StoreNotice {
    let files = folder.files
    let text = try tornText(files)
    let stamp = moment.description.filter(\.isNumber)
    let name = "\(ProgramFolder.recoveredName)/\(stamp)-\(torn.lowerBound)-\(file)"
    try explained { () throws(FileError) in
      let recovered = folder.path(of: ProgramFolder.recoveredName)
      if try files.status(recovered) == nil { try files.makeFolder(recovered) }
      let bytes = try files.read(handle, from: torn.lowerBound, count: torn.count, spare: 0)
      if try files.status(folder.path(of: name)) == nil {
        try files.create(folder.path(of: name), bytes)
      }
      // Only now that the bytes are safe elsewhere.
      try files.truncate(handle, torn.lowerBound)
      try files.synchronize(handle)
    }
    return .tornLineSetAside(file: file, text: text, movedTo: name)
  }
}
