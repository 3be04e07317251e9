// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** JSON as sources read it: lines, values one after another, and records inside of documents. */
@NullMarked
package io.drey.jobs.source.format.json;

import org.jspecify.annotations.NullMarked;
