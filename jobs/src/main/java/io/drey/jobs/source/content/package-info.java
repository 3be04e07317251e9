// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** The content of files, decompressed, and what identifies it. */
@NullMarked
package io.drey.jobs.source.content;

import org.jspecify.annotations.NullMarked;
