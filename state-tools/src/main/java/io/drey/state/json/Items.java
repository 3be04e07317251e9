// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.json;

/** What brackets enclose. */
enum Items {
  ELEMENTS,
  OF_A_SET,
  MEMBERS,
  FIELDS
}
