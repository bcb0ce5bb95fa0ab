import type { Random } from './random.js';
import type { WardSeed } from './wards.js';

/** Names that many Vietnamese wards share: the same name in two wards is what callers really say. */
const SHARED_NAMES = [
  'Lê Lợi',
  'Trần Hưng Đạo',
  'Nguyễn Trãi',
  'Hai Bà Trưng',
  'Lý Thường Kiệt',
  'Nguyễn Du',
  'Quang Trung',
  'Hùng Vương',
  'Lê Hồng Phong',
  'Nguyễn Văn Trỗi',
  'Võ Thị Sáu',
  'Trần Phú',
  'Điện Biên Phủ',
  'Ngô Quyền',
  'Đinh Tiên Hoàng',
  'Bà Triệu',
  'Phan Bội Châu',
  'Phan Chu Trinh',
  'Nguyễn Thái Học',
  'Lê Thị Hồng Gấm',
  'Nguyễn Thị Minh Khai',
  'Hoàng Văn Thụ',
  'Ngô Gia Tự',
  'Trần Bình Trọng',
  'Huỳnh Văn Nghệ',
  'Nguyễn Đình Chiểu',
  'Bạch Đằng',
  'Ngô Chí Quốc',
  'Lê Văn Duyệt',
  'Nguyễn Văn Lên',
  'Huỳnh Thị Hiếu',
  'Nguyễn Hữu Cảnh',
  'Nguyễn Thị Tươi',
  'Trần Văn Ơn',
  'Nguyễn Tri Phương',
  'Bùi Quốc Khánh',
  'Nguyễn Văn Cừ',
  'Lê Thị Trung',
  'Trần Quang Diệu',
  'Nguyễn Thái Bình',
  'Đoàn Thị Liên',
  'Huỳnh Văn Cù',
  'Bùi Ngọc Thu',
  'Hoàng Hoa Thám',
  'Phan Đình Giót',
  'Châu Văn Tiếp',
  'Cô Bắc',
  'Cô Giang',
  'Nguyễn Viết Xuân',
  'Tô Vĩnh Diện',
  'Trần Quốc Toản',
  'Đặng Văn Mây',
  'Nguyễn Chí Thanh',
  'Lê Chí Dân',
  'Phan Đăng Lưu',
  'Hồ Văn Mên',
  'Lê Thị Khuyên',
  'Nguyễn Công Trứ',
  'Trịnh Hoài Đức',
  'Thủ Khoa Huân',
] as const;

/**
 * Names the streets of one ward in the order they are drawn: a few that other wards have too, then the local habit:
 * the ward's name and a number (Thuận Giao 21), "Đường số 9", or the letters of an industrial quarter (D12, N4).
 */
export class StreetNames {
  private readonly shared: string[];
  private readonly habit: 'ward' | 'number' | 'quarter';
  private count = 0;

  constructor(
    private readonly ward: WardSeed,
    random: Random,
  ) {
    this.shared = random.shuffled(SHARED_NAMES).slice(0, ward.settlement === 'village' ? 4 : 12);
    this.habit = random.pick(ward.settlement === 'city' ? ['ward', 'ward', 'number'] : ['ward', 'number', 'quarter']);
  }

  next(along: boolean): string {
    const shared = this.shared.pop();
    if (shared) return shared;
    this.count += 1;
    if (this.habit === 'number') return `Đường số ${this.count}`;
    if (this.habit === 'quarter') return `Đường ${along ? 'D' : 'N'}${this.count}`;
    return `${this.ward.name} ${String(this.count).padStart(2, '0')}`;
  }

  hamletRoad(): string {
    this.count += 1;
    return `Đường liên ấp ${this.count}`;
  }
}
