// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.metadata;

import io.drey.state.snapshot.file.FileSlice;

/**
 * Where the metadata names a file.
 *
 * @param range the bytes of the handle that names it
 */
public record FileReference(ByteRange range, FileSlice slice) {}
