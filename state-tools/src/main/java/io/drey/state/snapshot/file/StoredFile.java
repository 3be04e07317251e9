// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.file;

import org.apache.flink.core.fs.Path;

/**
 * A file or a directory of a {@link Storage}.
 *
 * @param length its number of bytes
 * @param modified when it was last written to, in milliseconds of the epoch
 */
public record StoredFile(Path path, boolean isDirectory, long length, long modified) {}
