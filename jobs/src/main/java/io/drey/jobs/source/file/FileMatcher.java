// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.file;

import io.drey.jobs.source.content.Content;
import io.drey.jobs.source.content.Fingerprint;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files that were read before among those that are listed, whatever their names are now:
 * one that holds what was read of it. What has not changed since the last time is not looked into
 * again.
 */
final class FileMatcher {
  /**
   * What a listing was found to be.
   *
   * @param listed the files, in their order
   * @param present how far each of them was read, in their order, without the copies
   * @param gone the files that were read before and are not there any more
   * @param copies those listed that hold no more than the beginning of another file, and its path
   */
  record Matches(
      List<InputFile> listed,
      List<FileSplit> present,
      List<FileSplit> gone,
      Map<InputFile, String> copies) {
    /** Whether a file is new beside others that were read before. */
    boolean isAnyNew() {
      int unread = (int) present.stream().filter(FileSplit::isUnread).count();
      return unread > 0 && unread < present.size() + gone.size();
    }
  }

  /** A file as it was listed, and what it was found to hold. */
  private record Verified(InputFile file, Fingerprint read) {}

  /** Files by path, as they were when they were last looked into. */
  private Map<String, Verified> verified = new HashMap<>();

  /** Copies, and what they are copies of. */
  private Map<InputFile, String> copies = new HashMap<>();

  private final RotatedNames names;

  FileMatcher(RotationBases bases) {
    names = new RotatedNames(bases);
  }

  Matches match(List<FileSplit> known, List<InputFile> listed) throws IOException {
    Map<String, InputFile> unclaimed = new LinkedHashMap<>();
    listed.forEach(file -> unclaimed.put(file.path(), file));
    Map<FileSplit, FileSplit> found = new LinkedHashMap<>();
    Map<String, Verified> looked = new HashMap<>();
    for (Candidates candidates : Candidates.values()) {
      for (FileSplit split : known) {
        if (!found.containsKey(split)) {
          FileSplit now = find(split, candidates, unclaimed, looked);
          if (now != null) {
            found.put(split, now);
          }
        }
      }
    }
    List<FileSplit> gone = new ArrayList<>(known);
    gone.removeAll(found.keySet());
    verified = looked;
    leaveCopies(unclaimed, List.copyOf(found.values()));
    return new Matches(listed, inOrder(listed, found.values(), unclaimed), gone, copies);
  }

  private static List<FileSplit> inOrder(
      List<InputFile> listed, Collection<FileSplit> known, Map<String, InputFile> unread) {
    Map<String, FileSplit> splits = new HashMap<>();
    known.forEach(split -> splits.put(split.path(), split));
    unread.values().forEach(file -> splits.put(file.path(), FileSplit.unread(file)));
    return listed.stream().map(file -> splits.get(file.path())).filter(Objects::nonNull).toList();
  }

  /** Where a known file is looked for, the most likely first. */
  private enum Candidates {
    SAME_PATH {
      @Override
      List<InputFile> of(FileSplit known, Map<String, InputFile> files) {
        InputFile file = files.get(known.path());
        return file == null ? List.of() : List.of(file);
      }
    },
    SAME_INODE {
      @Override
      List<InputFile> of(FileSplit known, Map<String, InputFile> files) {
        return files.values().stream()
            .filter(file -> !file.inode().isEmpty() && file.inode().equals(known.inode()))
            .toList();
      }
    },
    ANY {
      @Override
      List<InputFile> of(FileSplit known, Map<String, InputFile> files) {
        return List.copyOf(files.values());
      }
    };

    abstract List<InputFile> of(FileSplit known, Map<String, InputFile> files);
  }

  private @Nullable FileSplit find(
      FileSplit known,
      Candidates candidates,
      Map<String, InputFile> unclaimed,
      Map<String, Verified> looked)
      throws IOException {
    for (InputFile file : candidates.of(known, unclaimed)) {
      FileSplit now = now(known, file);
      if (now != null) {
        unclaimed.remove(file.path());
        looked.put(file.path(), new Verified(file, now.read()));
        return now;
      }
    }
    return null;
  }

  /** A known file as it is now; null if this is another one. */
  private @Nullable FileSplit now(FileSplit known, InputFile file) throws IOException {
    // what was known last may be another one's by now, which has the path of this one
    boolean isSamePath = file.path().equals(known.path());
    if (isSamePath && new Verified(file, known.read()).equals(verified.get(file.path()))) {
      return known;
    }
    if (file.length() == 0) {
      return null;
    }
    try (Content content = Content.open(file.path())) {
      return content.holds(known.read()) ? known.in(file, hasMore(content, file)) : null;
    } catch (FileNotFoundException renamedMeanwhile) {
      return null;
    }
  }

  private static boolean hasMore(Content content, InputFile file) throws IOException {
    if (!content.isCompressed()) {
      return file.length() > content.position();
    }
    try {
      return content.read() >= 0;
    } catch (IOException e) {
      if (content.isTruncation(e)) {
        return false;
      }
      throw e;
    }
  }

  /** Removes the copies of other files from those that nobody claimed. */
  private void leaveCopies(Map<String, InputFile> unclaimed, List<FileSplit> known)
      throws IOException {
    Map<InputFile, String> now = new HashMap<>();
    Set<String> paths = new HashSet<>(unclaimed.keySet());
    known.forEach(split -> paths.add(split.path()));
    for (InputFile file : unclaimed.values()) {
      String original = copies.get(file);
      if (original == null || !paths.contains(original)) {
        original = originalOf(file, known, unclaimed);
      }
      if (original != null) {
        now.put(file, original);
      }
    }
    now.keySet().forEach(file -> unclaimed.remove(file.path()));
    copies = now;
  }

  private @Nullable String originalOf(
      InputFile file, List<FileSplit> known, Map<String, InputFile> unclaimed) throws IOException {
    try {
      String plain = RotatedNames.withoutCompression(file.path());
      boolean isCompressedOne = !plain.equals(file.path()) && unclaimed.containsKey(plain);
      if (isCompressedOne && ContentComparison.isBeginning(file.path(), plain)) {
        return plain;
      }
      String original = ContentComparison.originalOf(file, known);
      return original == null && !known.isEmpty() ? unreadOriginalOf(file, unclaimed) : original;
    } catch (FileNotFoundException renamedMeanwhile) {
      return null;
    }
  }

  /** A copy in a family may be made before anything of its original, the newer one, was read. */
  private @Nullable String unreadOriginalOf(InputFile file, Map<String, InputFile> unclaimed)
      throws IOException {
    RotatedName name = names.parse(file.path());
    for (InputFile other : unclaimed.values()) {
      RotatedName original = names.parse(other.path());
      if (original.base().equals(name.base())
          && original.compareTo(name) > 0
          && other.length() >= file.length()
          && ContentComparison.isBeginning(file.path(), other.path())) {
        return other.path();
      }
    }
    return null;
  }
}
