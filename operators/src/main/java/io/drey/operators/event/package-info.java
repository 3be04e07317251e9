// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * One JSON object as its UTF-8 bytes: fields are located by a scan, typed on access, and written by
 * splicing, so that whatever is not touched stays the same byte for byte.
 */
@NullMarked
package io.drey.operators.event;

import org.jspecify.annotations.NullMarked;
