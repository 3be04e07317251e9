// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Pages as their readers see them. */
@NullMarked
package io.drey.browser;

import org.jspecify.annotations.NullMarked;
