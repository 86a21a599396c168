/**
 * For how many days after a meeting the hub keeps a guest's name. A number of our own: the hub's would bring all of
 * its checks into the bundle. The test compares the two.
 */
export const guestNameDays = 30;
