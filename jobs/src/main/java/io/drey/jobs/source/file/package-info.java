// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** The file source: files in name order, read by offset. */
@NullMarked
package io.drey.jobs.source.file;

import org.jspecify.annotations.NullMarked;
